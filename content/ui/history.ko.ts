import type { HistoryWords } from '@/components/panels/history-aligner/words'

export const history = {
  name: '이력',
  heading: '어느 단계가 어느 레이어를 만들었나',
  lead: '설정에는 목록이 둘 있다. 빌드 단계인 history와 레이어인 rootfs.diff_ids다. 둘은 길이가 다르다. ENV나 USER 같은 단계는 설정만 바꾸므로 empty_layer 표시가 붙고 레이어가 없다. 그래서 표시가 없는 단계만 세어야 단계의 레이어를 찾는다.',
  spec: 'image-spec v1.1.1, config.md',
  none: '레이어가 있는 이미지 설정이 화면에 없다.',
  pairing: {
    label: '단계와 레이어를 짝짓기',
    flag: 'empty_layer에 따라',
    position: '순서대로: 유명한 실수 되풀이하기',
  },
  says: {
    flag: '표시가 없는 단계가 차례로 다음 레이어를 가진다.',
    mistake: '순서대로 짝지으면 {count}단계 가운데 {wrong}단계를 틀리게 말하게 된다.',
    position:
      '모든 단계가 레이어를 만든 것처럼 1단계에 레이어 1, 2단계에 레이어 2를 짝지었다. Docker Hub의 API도 그렇다는 보고가 있었다(docker/hub-feedback #2520, 2026년 4월). 지금 {count}단계 가운데 {wrong}단계가 틀렸다.',
    positionRight:
      '여기에는 empty_layer 표시가 붙은 단계가 없어 두 방법이 같다. 그래서 이 실수는 다른 이미지를 만날 때까지 숨어 있다.',
  },
  step: '단계',
  made: '빌더가 적은 것: created_by',
  layer: '레이어',
  size: '바이트',
  digest: '다이제스트',
  empty: 'empty_layer',
  noCommand: 'created_by가 비어 있음',
  noStep: '이 레이어를 만든 단계는 적혀 있지 않다.',
  noLayer: '남은 레이어 없음',
  nothing: '없음',
  layerName: '레이어 {n}',
  wrong: '틀림: 만든 것은 레이어 {n}.',
  wrongNone: '틀림: 레이어를 만들지 않았다.',
  more: '행 더 보기, 남은 행 {count}개',
  whole: '(전체 {count}자)',
  findings: {
    missing:
      '이 설정에는 history가 없다. 명세는 이를 허용한다. 그러면 레이어를 어떻게 만들었는지 이미지만 보아서는 알 수 없다.',
    short:
      '레이어를 만들었다는 단계는 {filled}개인데 레이어는 {layers}개다. 남은 레이어는 아래에 따로 놓았다. 어느 단계가 빠졌는지 알 수 없으니 위의 짝도 밀렸을 수 있다.',
    long: '레이어를 만들었다는 단계는 {filled}개인데 레이어는 {layers}개뿐이다. empty_layer 표시가 빠졌거나 레이어가 없어졌다. 그 뒤의 짝은 믿을 수 없다.',
    layers:
      '매니페스트의 레이어는 {manifest}개, 설정의 diffID는 {config}개다. 런타임은 이런 이미지를 거절한다.',
  },
} satisfies HistoryWords
